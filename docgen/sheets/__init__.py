"""Tables on disk, .csv and .xlsx, as text with addresses: the only room that knows openpyxl."""
