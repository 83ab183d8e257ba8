"""What a view shows as a table: CSV and XLSX, columns of their own on purpose."""
