package ductus.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Failures to write that name the file that was meant: Java names none, or the one aside. */
public final class FileFailure {
  private FileFailure() {}

  /** Restates a failure so that it names a file. */
  public static FileSystemException at(Path file, IOException failure) {
    String reason = failure instanceof FileSystemException e ? e.getReason() : failure.getMessage();
    FileSystemException named =
        failure instanceof AccessDeniedException
            ? new AccessDeniedException(file.toString(), null, reason)
            : new FileSystemException(file.toString(), null, reason);
    named.initCause(failure);
    return named;
  }
}
