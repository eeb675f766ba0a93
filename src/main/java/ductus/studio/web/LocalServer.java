package ductus.studio.web;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;

/** What all servers of the studio have in common. */
public final class LocalServer {
  private LocalServer() {}

  /**
   * Lets a server say nothing but what it is asked for.
   *
   * @param mostBytes longest body of a request that it takes
   */
  public static void configure(JavalinConfig config, long mostBytes) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = mostBytes;
    // Nothing is won so near, and files would not have the length that they say.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
  }
}
