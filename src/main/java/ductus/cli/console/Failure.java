package ductus.cli.console;

import ductus.cluster.ClusterException;
import ductus.file.BadFileException;
import ductus.file.Reasons;
import ductus.music.audio.Player.NoAudioDeviceException;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/**
 * What ended a command, for people: what, where, and what to do.
 *
 * @param status exit status
 * @param line one line; line breaks become spaces
 */
record Failure(int status, String line) {
  private static final int MEGABYTE = 1 << 20;

  Failure {
    line = line.strip().replaceAll("\\s*\\p{Cntrl}+\\s*", " ");
  }

  /** Puts a failure into words. */
  static Failure of(Throwable thrown) {
    Throwable failure = innermost(thrown);
    int status = isUsersValue(failure) ? ExitStatus.WRONG_USAGE : ExitStatus.FAILED;
    return new Failure(status, words(failure));
  }

  /** What the wrappers that carry a failure from thread to thread hold. */
  private static Throwable innermost(Throwable thrown) {
    Throwable cause = thrown.getCause();
    boolean wrapper =
        thrown instanceof UncheckedIOException || thrown instanceof ExecutionException;
    return wrapper && cause != null ? innermost(cause) : thrown;
  }

  /** Subclasses that the JDK throws, such as for numbers and formats, are mistakes of ours. */
  private static boolean isUsersValue(Throwable failure) {
    return failure instanceof InvalidPathException
        || (failure.getClass() == IllegalArgumentException.class && failure.getMessage() != null);
  }

  private static String words(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof FileSystemException e) {
      return e.getFile() + ": " + reason(e);
    }
    if (failure instanceof IOException) {
      return Reasons.ofSystem(message);
    }
    if (failure instanceof OutOfMemoryError) {
      return "there is not enough memory: Java may use "
          + Runtime.getRuntime().maxMemory() / MEGABYTE
          + " MB; give it more with JAVA_TOOL_OPTIONS=-Xmx4g, or it less to do";
    }
    if (failure instanceof InterruptedException) {
      return "stopped";
    }
    boolean meantForPeople =
        failure instanceof BadFileException
            || failure instanceof ClusterException
            || isUsersValue(failure)
            || failure instanceof NoAudioDeviceException
            || failure instanceof DivergenceException;
    if (meantForPeople && failure.getMessage() != null) {
      return message;
    }
    return "an error in Ductus itself: "
        + failure
        + "; please report it with what --verbose prints";
  }

  private static String reason(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied; check who may read and write it";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return failure.getFile() != null && Files.isDirectory(Path.of(failure.getFile()))
          ? "is a folder where a file must be; name another place"
          : "there is a file of that name already; name another place";
    }
    if (failure instanceof NotDirectoryException) {
      return "is a file where a folder must be; name another place";
    }
    if (failure instanceof DirectoryNotEmptyException) {
      return "is a folder that is not empty where a file must be";
    }
    String reason = failure.getReason();
    return reason == null
        ? "cannot be used (" + failure.getClass().getSimpleName() + ")"
        : Reasons.ofSystem(reason);
  }
}
