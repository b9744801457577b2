"""Native charts, the same XML and workbook for Word and PowerPoint."""
