package ductus.file;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

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
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }
}
