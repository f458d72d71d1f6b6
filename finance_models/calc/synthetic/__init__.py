"""Synthetic people and activity of an area, at any scale: for the demo, the tests and the benchmarks.

    from finance_models.calc.synthetic import Sample, write
    write(Sample(people=5_480, area="kernow"), "/tmp/kernow")

Nobody in it is real. Pseudonyms, file names and providers say that they are synthetic; prices are illustrative.
"""

from finance_models.calc.synthetic.making import Files, tables, write
from finance_models.calc.synthetic.sample import Oddities, Sample

__all__ = ["Files", "Oddities", "Sample", "tables", "write"]
