"""Speed, memory and exactness of the engine, beside other ways of doing the same work.

``python -m benchmarks`` writes ``benchmarks/results/report.md``; nothing here is part of the product.
"""
