"""What rules of form ask of a paper: printed lines and their looks, drawn lines, numbers and dates taken apart."""
