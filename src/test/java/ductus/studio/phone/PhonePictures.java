package ductus.studio.phone;

import java.io.IOException;
import java.nio.file.Path;

/** Pictures as a phone sends them. */
public final class PhonePictures {
  private static final byte[] FIRST = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};
  private static final byte[] SECOND = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 2};

  private PhonePictures() {}

  /**
   * Has two pictures taken.
   *
   * @return what was complained of: nothing
   */
  public static String take(Path work) throws IOException {
    PhoneInbox inbox = new PhoneInbox(work.resolve("pictures"));
    inbox.take(FIRST);
    inbox.take(SECOND);
    return "";
  }
}
