package ductus.spark;

import ductus.cli.Ductus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The jars of Ductus and of what it stands on, which executors fetch from this program. Where both
 * have a library, Spark's comes first on them, as here.
 */
final class OwnJars {
  private OwnJars() {}

  /** Offers them to the executors, other than to threads of this program. */
  static void send(JavaSparkContext context) {
    if (!context.isLocal()) {
      own(SparkProvider.class).forEach(context::addJar);
      own(Ductus.class).forEach(context::addJar);
    }
  }

  /** The jar of a class and those that its manifest names; none where classes lie in folders. */
  private static List<String> own(Class<?> type) {
    Path place = place(type);
    List<String> jars = new ArrayList<>();
    if (!Files.isRegularFile(place)) {
      return jars;
    }
    jars.add(place.toUri().toString());
    try (JarFile jar = new JarFile(place.toFile())) {
      String others =
          jar.getManifest() == null
              ? null
              : jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      for (String name : others == null ? new String[0] : others.split(" ")) {
        jars.add(place.toUri().resolve(name).toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jars;
  }

  /** The jar or folder that a class came from. */
  static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
