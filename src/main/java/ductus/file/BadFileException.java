package ductus.file;

import java.nio.file.Path;

/** A file that cannot be used as it stands: which one, where in it, and why. */
public final class BadFileException extends Exception {
  private static final long serialVersionUID = 1;

  /** Offset of a complaint about the file as a whole. */
  public static final long WHOLE_FILE = -1;

  private final transient Path path;
  private final long offset;
  private final String reason;

  /** Creates a complaint about the file as a whole. */
  public BadFileException(Path path, String reason) {
    this(path, WHOLE_FILE, reason);
  }

  /**
   * Creates a complaint about one place in the file.
   *
   * @param offset bytes from the start, or {@link #WHOLE_FILE}
   */
  public BadFileException(Path path, long offset, String reason) {
    super(path + (offset == WHOLE_FILE ? ": " : ": byte " + offset + ": ") + reason);
    this.path = path;
    this.offset = offset;
    this.reason = reason;
  }

  public Path path() {
    return path;
  }

  /** Offset of the place in bytes from the start of the file, or {@link #WHOLE_FILE}. */
  public long offset() {
    return offset;
  }

  public String reason() {
    return reason;
  }

  /** The innermost cause of a failure: a parser of files wraps what it calls. */
  public static Throwable innermostCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
