package ductus.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** States why a file could not be read, in one line without its path. */
public final class Reasons {
  private Reasons() {}

  /** Returns the reason of a failure. */
  public static String of(Throwable failure) {
    String reason = text(failure);
    return reason.strip().replaceAll("\\p{Cntrl}+", " ");
  }

  private static String text(Throwable failure) {
    if (failure instanceof BadFileException bad) {
      return bad.offset() == BadFileException.WHOLE_FILE
          ? bad.reason()
          : "byte " + bad.offset() + ": " + bad.reason();
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file";
    }
    if (failure instanceof FileAlreadyExistsException e) {
      return e.getFile() + " is there already; name another place";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof OutOfMemoryError) {
      return "needs more memory than there is";
    }
    if (failure instanceof StackOverflowError) {
      return "is nested too deeply";
    }
    String message =
        failure instanceof FileSystemException e ? e.getReason() : failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : ofSystem(message);
  }

  /** Puts what a system says of its disk into words that also say what to do; else it is as is. */
  public static String ofSystem(String reason) {
    String lower = reason.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left") || lower.contains("not enough space")) {
      return "the disk is full; make room or name another place";
    }
    if (lower.contains("quota")) {
      return "the disk quota is used up; make room or name another place";
    }
    if (lower.contains("read-only")) {
      return "the disk is read-only; name another place";
    }
    if (lower.contains("not a directory")) {
      return "lies below a file, where a folder must be; name another place";
    }
    if (lower.contains("is a directory")) {
      return "is a folder where a file must be";
    }
    if (lower.contains("name too long")) {
      return "the name is too long for this disk; name another place";
    }
    if (lower.contains("too many open files")) {
      return "too many files are open; close other programs, or allow more (ulimit -n)";
    }
    return reason;
  }

  /**
   * The reason of a failure behind the file that it is about, if it names one.
   *
   * @param folder whose files are called by their paths in it
   */
  public static String withFile(IOException failure, Path folder) {
    if (!(failure instanceof FileSystemException named) || named.getFile() == null) {
      return of(failure);
    }
    Path file = Path.of(named.getFile());
    boolean inside = file.startsWith(folder) && !file.equals(folder);
    return (inside ? folder.relativize(file) : file) + ": " + of(failure);
  }
}
