"""Speed and memory against peers run in turn on the same core; ratios, never timed tests."""
