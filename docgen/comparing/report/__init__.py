"""A difference said as text, as one page of HTML, or as JSON."""
