"""People's files (CSV, XLSX, Parquet) read by mapped columns into rows and findings."""
