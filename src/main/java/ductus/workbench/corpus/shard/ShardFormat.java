package ductus.workbench.corpus.shard;

import ductus.file.BadFileException;
import ductus.workbench.Home;
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

/** Opens shards of a format; found by {@link ServiceLoader}. */
public interface ShardFormat {
  /**
   * Opens a shard.
   *
   * @throws BadFileException if it is none
   */
  ShardFile open(Path file) throws BadFileException, IOException;

  /**
   * The format that is on the class path, or else among the jars that {@code ./ductus spark setup}
   * fetched.
   *
   * @param corpus for the complaint
   * @throws BadFileException if there is none; says how to get it
   */
  static ShardFormat find(Path corpus) throws BadFileException, IOException {
    Optional<ShardFormat> here = ServiceLoader.load(ShardFormat.class).findFirst();
    if (here.isPresent()) {
      return here.get();
    }
    // Stays open for as long as the program runs: classes are loaded when they are needed.
    ClassLoader fetched = new URLClassLoader(fetchedJars(), ShardFormat.class.getClassLoader());
    return ServiceLoader.load(ShardFormat.class, fetched)
        .findFirst()
        .orElseThrow(
            () ->
                new BadFileException(
                    corpus,
                    "is a corpus of Parquet files, whose reader is not there; run './ductus spark"
                        + " setup' once"));
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
