package ductus.music.audio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Transmitter;

/** A port that one can only play to; it keeps what it got. */
public final class FakeOutput implements MidiDevice {
  private final String name;
  private final boolean busy;
  private final List<byte[]> got = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean open;

  /** A port that is free. */
  public FakeOutput(String name) {
    this(name, false);
  }

  FakeOutput(String name, boolean busy) {
    this.name = name;
    this.busy = busy;
  }

  /** The messages it got, each with its status first. */
  public List<byte[]> got() {
    return List.copyOf(got);
  }

  @Override
  public Info getDeviceInfo() {
    return new Info(name, "nobody", "made up", "1") {};
  }

  @Override
  public void open() throws MidiUnavailableException {
    if (busy) {
      throw new MidiUnavailableException("busy");
    }
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
    return -1;
  }

  @Override
  public int getMaxTransmitters() {
    return 0;
  }

  @Override
  public Receiver getReceiver() {
    return new Receiver() {
      @Override
      public void send(MidiMessage message, long time) {
        if (!open) {
          throw new IllegalStateException("the port is closed");
        }
        got.add(message.getMessage());
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }

  @Override
  public List<Receiver> getReceivers() {
    return List.of();
  }

  @Override
  public Transmitter getTransmitter() {
    throw new IllegalStateException("one can only play to it");
  }

  @Override
  public List<Transmitter> getTransmitters() {
    return List.of();
  }
}
