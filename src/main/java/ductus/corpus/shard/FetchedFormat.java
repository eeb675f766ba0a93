package ductus.corpus.shard;

import ductus.file.Home;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The format among the jars that {@code ./ductus spark setup} fetched, loaded once: its classes are
 * many, and stay for as long as the program runs, since they are loaded when they are needed.
 */
final class FetchedFormat {
  private static @Nullable ShardFormat found;

  private FetchedFormat() {}

  /** Empty where it is not there yet; what is fetched later is found later. */
  static synchronized Optional<ShardFormat> find() throws IOException {
    URL[] jars = found == null ? fetchedJars() : new URL[0];
    if (jars.length > 0) {
      ClassLoader fetched = new URLClassLoader(jars, ShardFormat.class.getClassLoader());
      found = ServiceLoader.load(ShardFormat.class, fetched).findFirst().orElse(null);
    }
    return Optional.ofNullable(found);
  }

  private static URL[] fetchedJars() throws IOException {
    Path spark = Home.folder().resolve("target").resolve("spark");
    List<URL> jars = new ArrayList<>();
    for (Path folder : List.of(spark, spark.resolve("jars"))) {
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
          for (Path jar : files) {
            jars.add(jar.toUri().toURL());
          }
        }
      }
    }
    return jars.toArray(URL[]::new);
  }
}
