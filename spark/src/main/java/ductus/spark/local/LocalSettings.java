package ductus.spark.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The settings of a cluster on this machine, for its processes and for programs that use it. */
final class LocalSettings {
  private static final int SECRET_BYTES = 32;
  private static final String HERE = "127.0.0.1";

  private LocalSettings() {}

  /** Writes them, with a new secret, to a file that only its owner can read. */
  static void write(Path file, int megabytes) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    Files.createFile(
        file,
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0]);
    add(file, "spark.authenticate", "true");
    add(file, "spark.authenticate.secret", secret());
    add(file, "spark.network.crypto.enabled", "true");
    add(file, "spark.network.crypto.authEngineVersion", "2");
    add(file, "spark.driver.host", HERE);
    add(file, "spark.driver.bindAddress", HERE);
    add(file, "spark.executor.memory", megabytes + "m");
    add(file, "spark.master.rest.enabled", "false");
    add(file, "spark.ui.killEnabled", "false");
    // Each application leaves the jars that it fetched.
    add(file, "spark.worker.cleanup.enabled", "true");
    add(file, "spark.worker.cleanup.appDataTtl", "3600");
  }

  /** Adds one more. */
  static void add(Path file, String name, String value) throws IOException {
    Files.writeString(
        file, name + " " + value + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
