package ductus.spark;

/** Keeps Spark from speaking on the console, which is the command's own. */
final class SparkLog {
  private SparkLog() {}

  /** To be called before Spark's first class is loaded; what a user set stays. */
  static void quiet() {
    setIfAbsent("log4j2.configurationFile", "classpath:ductus/spark/log4j2.properties");
    // The studio's server brings a logger that says nothing, and two of them make SLF4J complain.
    setIfAbsent("slf4j.provider", "org.apache.logging.slf4j.SLF4JServiceProvider");
    setIfAbsent("slf4j.internal.verbosity", "ERROR");
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
