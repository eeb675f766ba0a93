package ductus.task.music.jam;

import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Transmitter;
import org.jspecify.annotations.Nullable;

/** A port at which notes come in as a made-up time passes. */
final class FakePort implements MidiDevice, Jam.Time {
  private final String name;
  private final List<Coming> coming = new ArrayList<>();
  private @Nullable Receiver receiver;
  private long now;
  private boolean open;

  private record Coming(long microseconds, int command, int pitch) {}

  FakePort(String name) {
    this.name = name;
  }

  /** A note that will be played, in milliseconds. */
  void note(long onset, long end, int pitch) {
    coming.add(new Coming(1000 * onset, ShortMessage.NOTE_ON, pitch));
    coming.add(new Coming(1000 * end, ShortMessage.NOTE_OFF, pitch));
  }

  @Override
  public long getAsLong() {
    return now;
  }

  @Override
  public void pause(long microseconds) {
    long end = now + microseconds;
    for (Coming each : List.copyOf(coming)) {
      Receiver to = receiver;
      if (each.microseconds() <= end && to != null) {
        now = Math.max(now, each.microseconds());
        coming.remove(each);
        try {
          to.send(new ShortMessage(each.command(), 0, each.pitch(), 80), -1);
        } catch (InvalidMidiDataException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    now = end;
  }

  @Override
  public Info getDeviceInfo() {
    return new Info(name, "nobody", "made up", "1") {};
  }

  @Override
  public void open() {
    open = true;
  }

  @Override
  public void close() {
    open = false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public long getMicrosecondPosition() {
    return -1;
  }

  @Override
  public int getMaxReceivers() {
    return 0;
  }

  @Override
  public int getMaxTransmitters() {
    return -1;
  }

  @Override
  public Receiver getReceiver() {
    throw new IllegalStateException("one can only listen to it");
  }

  @Override
  public List<Receiver> getReceivers() {
    return List.of();
  }

  @Override
  public Transmitter getTransmitter() {
    return new Transmitter() {
      @Override
      public void setReceiver(@Nullable Receiver to) {
        receiver = to;
      }

      @Override
      public @Nullable Receiver getReceiver() {
        return receiver;
      }

      @Override
      public void close() {
        receiver = null;
      }
    };
  }

  @Override
  public List<Transmitter> getTransmitters() {
    return List.of();
  }
}
