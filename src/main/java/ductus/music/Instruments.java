package ductus.music;

import ductus.format.EditDistance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The 128 instruments of General MIDI by name and by program number, 0 to 127. */
public final class Instruments {
  private static final List<String> NAMES =
      """
      Acoustic Grand Piano
      Bright Acoustic Piano
      Electric Grand Piano
      Honky-tonk Piano
      Electric Piano 1
      Electric Piano 2
      Harpsichord
      Clavinet
      Celesta
      Glockenspiel
      Music Box
      Vibraphone
      Marimba
      Xylophone
      Tubular Bells
      Dulcimer
      Drawbar Organ
      Percussive Organ
      Rock Organ
      Church Organ
      Reed Organ
      Accordion
      Harmonica
      Tango Accordion
      Nylon String Guitar
      Steel String Guitar
      Electric Jazz Guitar
      Electric Clean Guitar
      Electric Muted Guitar
      Overdriven Guitar
      Distortion Guitar
      Guitar Harmonics
      Acoustic Bass
      Electric Bass Finger
      Electric Bass Pick
      Fretless Bass
      Slap Bass 1
      Slap Bass 2
      Synth Bass 1
      Synth Bass 2
      Violin
      Viola
      Cello
      Contrabass
      Tremolo Strings
      Pizzicato Strings
      Orchestral Harp
      Timpani
      String Ensemble 1
      String Ensemble 2
      Synth Strings 1
      Synth Strings 2
      Choir Aahs
      Voice Oohs
      Synth Voice
      Orchestra Hit
      Trumpet
      Trombone
      Tuba
      Muted Trumpet
      French Horn
      Brass Section
      Synth Brass 1
      Synth Brass 2
      Soprano Sax
      Alto Sax
      Tenor Sax
      Baritone Sax
      Oboe
      English Horn
      Bassoon
      Clarinet
      Piccolo
      Flute
      Recorder
      Pan Flute
      Blown Bottle
      Shakuhachi
      Whistle
      Ocarina
      Lead Square
      Lead Sawtooth
      Lead Calliope
      Lead Chiff
      Lead Charang
      Lead Voice
      Lead Fifths
      Lead Bass and Lead
      Pad New Age
      Pad Warm
      Pad Polysynth
      Pad Choir
      Pad Bowed
      Pad Metallic
      Pad Halo
      Pad Sweep
      FX Rain
      FX Soundtrack
      FX Crystal
      FX Atmosphere
      FX Brightness
      FX Goblins
      FX Echoes
      FX Sci-Fi
      Sitar
      Banjo
      Shamisen
      Koto
      Kalimba
      Bagpipe
      Fiddle
      Shanai
      Tinkle Bell
      Agogo
      Steel Drums
      Woodblock
      Taiko Drum
      Melodic Tom
      Synth Drum
      Reverse Cymbal
      Guitar Fret Noise
      Breath Noise
      Seashore
      Bird Tweet
      Telephone Ring
      Helicopter
      Applause
      Gunshot
      """
          .lines()
          .toList();

  private static final int PROGRAMS = 128;
  private static final int NEAREST = 4;

  private Instruments() {}

  /** Name of an instrument, such as {@code Acoustic Grand Piano} of program 0. */
  public static String name(int program) {
    if (program < 0 || program >= PROGRAMS) {
      throw new IllegalArgumentException("program must be 0 to 127 but was " + program);
    }
    return NAMES.get(program);
  }

  /**
   * Program of an instrument, whatever its name's case, spaces, hyphens and underscores. The only
   * name that has it as a word will do, else the only one that begins with it, else the only one
   * that contains it; {@code piano} and {@code guitar} mean the first of their kind, and a number
   * means itself.
   *
   * @throws IllegalArgumentException if it fits none or several; the message lists the nearest
   */
  public static int program(String name) {
    String wanted = plain(name);
    if (wanted.matches("\\d{1,3}") && Integer.parseInt(wanted) < PROGRAMS) {
      return Integer.parseInt(wanted);
    }
    List<Integer> candidates = new ArrayList<>();
    if (!wanted.isEmpty()) {
      if (wanted.equals("piano")) {
        return 0;
      }
      if (wanted.equals("guitar")) {
        return 24;
      }
      candidates = matching(n -> plain(n).equals(wanted));
      if (candidates.isEmpty()) {
        candidates = matching(n -> words(n).contains(wanted));
      }
      if (candidates.isEmpty()) {
        candidates = matching(n -> plain(n).startsWith(wanted));
      }
      if (candidates.isEmpty()) {
        candidates = matching(n -> plain(n).contains(wanted));
      }
      if (candidates.size() == 1) {
        return candidates.get(0);
      }
    }
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException(
          "instrument must be a General MIDI name or a program from 0 to 127 but was \""
              + name
              + "\"; nearest: "
              + list(nearest(wanted)));
    }
    throw new IllegalArgumentException(
        "instrument \"" + name + "\" may be any of " + list(candidates));
  }

  private static List<Integer> matching(Predicate<String> condition) {
    return IntStream.range(0, PROGRAMS)
        .filter(program -> condition.test(NAMES.get(program)))
        .boxed()
        .toList();
  }

  private static List<Integer> nearest(String wanted) {
    return IntStream.range(0, PROGRAMS)
        .boxed()
        .sorted(Comparator.comparingInt(p -> distance(wanted, NAMES.get(p))))
        .limit(NEAREST)
        .toList();
  }

  /** The least distance of a text to a whole name or to one of its words. */
  private static int distance(String wanted, String name) {
    int least = EditDistance.of(wanted, plain(name));
    for (String word : words(name)) {
      least = Math.min(least, EditDistance.of(wanted, word));
    }
    return least;
  }

  private static String list(List<Integer> programs) {
    return programs.stream().map(NAMES::get).collect(Collectors.joining(", "));
  }

  private static List<String> words(String name) {
    return List.of(name.toLowerCase(Locale.ROOT).split("[ -]", -1));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }
}
