package ductus.spark;

import ductus.spark.corpus.Shelf;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** A Spark of threads of this program, which knows shelves; whoever starts it stops it. */
public final class LocalContext {
  private LocalContext() {}

  /** One with so many threads. */
  public static JavaSparkContext start(int threads) {
    return new JavaSparkContext(
        new SparkConf()
            .setMaster("local[" + threads + "]")
            .setAppName("test")
            .set("spark.ui.enabled", "false")
            .set("spark.hadoop.fs.shelf.impl", Shelf.class.getName()));
  }
}
