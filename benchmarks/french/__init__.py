"""What `benchmarks/pipeline.py` measures of the French pipeline: trees, press, speed."""
