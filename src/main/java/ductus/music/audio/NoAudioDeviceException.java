package ductus.music.audio;

/** This machine has nothing to play sound with; the message says what to do instead. */
public final class NoAudioDeviceException extends Exception {
  private static final long serialVersionUID = 1;

  private static final String MESSAGE =
      "there is no audio device to play on; a sound file can be made instead:"
          + " ductus export FILE --to wav";

  /** Creates the failure that there is no device at all. */
  NoAudioDeviceException() {
    super(MESSAGE);
  }

  /** Creates the failure that a device does not open. */
  NoAudioDeviceException(Exception cause) {
    super(MESSAGE, cause);
  }
}
