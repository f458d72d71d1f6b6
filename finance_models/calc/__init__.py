"""Pure calculation from tables and assumptions to tables: no Django import."""
