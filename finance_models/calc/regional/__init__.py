"""Stage 4: what an area releases, and what the region makes of it. Numbers travel, people do not."""

from finance_models.calc.regional.benchmarks import Benchmarks, activity_table, benchmark, quality_table
from finance_models.calc.regional.merging import TooFewPeople
from finance_models.calc.regional.pooling import Pooled, capitate_region, pool, reference_rates
from finance_models.calc.regional.releasing import Prepared, Release, ReleasedBand, from_document, prepare, release

__all__ = [
    "Benchmarks",
    "Pooled",
    "Prepared",
    "Release",
    "ReleasedBand",
    "TooFewPeople",
    "activity_table",
    "benchmark",
    "capitate_region",
    "from_document",
    "pool",
    "prepare",
    "quality_table",
    "reference_rates",
    "release",
]
