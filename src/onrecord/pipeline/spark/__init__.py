"""The same runs on a Spark cluster, by the same functions.

Spark is imported only where it is used: it is an extra, `onrecord[spark]`.
"""

from onrecord.pipeline.spark.cluster import Spark, on_spark

__all__ = ["Spark", "on_spark"]
