"""Reading a linked data set: text first, every fault with its place, in bounded memory; then typed Parquet."""

from finance_models.calc.reading.data_set import DataSet, read_data_set
from finance_models.calc.reading.loading import FileLoad, Load, load
from finance_models.calc.reading.price_tables import Prices, read_prices

__all__ = ["DataSet", "FileLoad", "Load", "Prices", "load", "read_data_set", "read_prices"]
