"""What was found, told to people and to machines: text, JSON, SARIF 2.1.0, one printable page of HTML."""
