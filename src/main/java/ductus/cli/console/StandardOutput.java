package ductus.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Locale;

/** What became of standard output, of which Java itself says only that something went wrong. */
public final class StandardOutput {
  /** As a shell tells of a program that was ended by a closed pipe. */
  private static final int CLOSED_PIPE = 128 + 13;

  private StandardOutput() {}

  /**
   * The exit status of a program whose command has ended with this one. A reader that has seen
   * enough, such as {@code head}, is no failure to talk about.
   */
  public static int settled(int status) {
    if (!System.out.checkError()) {
      return status;
    }
    if (isPipeClosed()) {
      return status == ExitStatus.DONE ? CLOSED_PIPE : status;
    }
    if (status == ExitStatus.DONE) {
      System.err.println("ductus: the result could not be written to standard output");
      return ExitStatus.FAILED;
    }
    return status;
  }

  @SuppressWarnings("resource") // standard output is not ours to close
  private static boolean isPipeClosed() {
    try {
      new FileOutputStream(FileDescriptor.out).write('\n');
      return false;
    } catch (IOException failed) {
      String reason = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
      return reason.contains("pipe");
    }
  }
}
