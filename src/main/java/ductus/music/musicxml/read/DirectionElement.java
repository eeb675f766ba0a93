package ductus.music.musicxml.read;

import ductus.file.BadFileException;
import ductus.music.musicxml.read.MeasureSigns.Jump;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads directions and what they sound like: tempo, dynamics, and where the music goes on. */
final class DirectionElement {
  private static final double FORTE = 90;
  private static final double FASTEST = 10_000;
  private static final Map<String, Integer> VELOCITIES =
      Map.of(
          "pppp", 10, "ppp", 16, "pp", 33, "p", 49, "mp", 64, "mf", 80, "f", 96, "ff", 112, "fff",
          120, "ffff", 127);
  private static final Map<String, Double> QUARTERS =
      Map.of(
          "breve", 8.0, "whole", 4.0, "half", 2.0, "quarter", 1.0, "eighth", 0.5, "16th", 0.25,
          "32nd", 0.125);
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(\\.\\d+)?");

  /**
   * A tempo that begins at a direction.
   *
   * @param quartersPerMinute 0 for none
   * @param offset divisions behind the direction
   */
  record Tempo(double quartersPerMinute, double offset) {
    static final Tempo NONE = new Tempo(0, 0);
  }

  private final XmlCursor xml;
  private final WrittenPart part;
  private final MeasureSigns signs;

  DirectionElement(XmlCursor xml, WrittenPart part, MeasureSigns signs) {
    this.xml = xml;
    this.part = part;
    this.signs = signs;
  }

  /** Reads the direction at which the cursor stands; what it sounds like counts before its look. */
  Tempo direction() throws BadFileException {
    Tempo sounding = Tempo.NONE;
    double written = 0;
    double offset = 0;
    int direction = xml.depth();
    while (xml.next(direction)) {
      switch (xml.name()) {
        case "direction-type" -> {
          double tempo = type();
          written = tempo > 0 ? tempo : written;
        }
        case "offset" -> {
          boolean sounds = xml.attribute("sound").equals("yes");
          double divisions = xml.number();
          offset = sounds ? divisions : offset;
        }
        case "sound" -> sounding = sound();
        default -> {}
      }
    }
    return sounding.quartersPerMinute() > 0
        ? new Tempo(sounding.quartersPerMinute(), sounding.offset() + offset)
        : new Tempo(written, offset);
  }

  /** Returns the tempo of a metronome mark in quarter notes a minute; else 0. */
  private double type() throws BadFileException {
    double tempo = 0;
    int type = xml.depth();
    while (xml.next(type)) {
      switch (xml.name()) {
        case "metronome" -> tempo = metronome();
        case "dynamics" -> dynamics();
        case "segno" -> signs.segno = true;
        case "coda" -> signs.coda = true;
        case "words" -> words(xml.text());
        default -> {}
      }
    }
    return tempo;
  }

  private double metronome() throws BadFileException {
    double unit = 0;
    double dot = 0;
    double perMinute = 0;
    int parent = xml.depth();
    while (xml.next(parent)) {
      switch (xml.name()) {
        case "beat-unit" -> {
          // A second unit tells that one note value is as long as another.
          unit = QUARTERS.getOrDefault(xml.text(), 0.0);
          dot = unit;
        }
        case "beat-unit-dot" -> {
          dot /= 2;
          unit += dot;
        }
        case "per-minute" -> {
          Matcher number = NUMBER.matcher(xml.text());
          perMinute = number.find() ? Double.parseDouble(number.group()) : 0;
        }
        default -> {}
      }
    }
    return unit * perMinute;
  }

  private void dynamics() throws BadFileException {
    int parent = xml.depth();
    while (xml.next(parent)) {
      part.velocity = VELOCITIES.getOrDefault(xml.name(), part.velocity);
    }
  }

  /** Reads the sound element at which the cursor stands. */
  Tempo sound() throws BadFileException {
    double tempo = positive("tempo");
    double dynamics = positive("dynamics");
    if (dynamics > 0) {
      part.velocity = (int) Math.max(1, Math.min(127, Math.round(dynamics * FORTE / 100)));
    }
    signs.segno |= !xml.attribute("segno").isEmpty();
    signs.coda |= !xml.attribute("coda").isEmpty();
    signs.toCoda |= !xml.attribute("tocoda").isEmpty();
    signs.fine |= !xml.attribute("fine").isEmpty();
    signs.repeatStart |= xml.attribute("forward-repeat").equals("yes");
    if (xml.attribute("dacapo").equals("yes")) {
      signs.jump = Jump.DA_CAPO;
    } else if (!xml.attribute("dalsegno").isEmpty()) {
      signs.jump = Jump.DAL_SEGNO;
    }
    double offset = 0;
    int parent = xml.depth();
    while (xml.next(parent)) {
      if (xml.name().equals("offset")) {
        offset = xml.number();
      }
    }
    return new Tempo(tempo, offset);
  }

  /** An attribute that is a number above 0; 0 if it is not there. */
  private double positive(String attribute) throws BadFileException {
    String text = xml.attribute(attribute);
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("\\d{1,9}(\\.\\d*)?") || Double.parseDouble(text) > FASTEST) {
      throw xml.bad(attribute + " must be a number up to 10000", text);
    }
    return Double.parseDouble(text);
  }

  /** Signs for a jump as many programs write them, in words alone. */
  private void words(String words) {
    String plain = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "");
    if (plain.matches("(dc|dacapo)(alfine|alcoda)?")) {
      signs.jump = Jump.DA_CAPO;
    } else if (plain.matches("(ds|dalsegno)(alfine|alcoda)?")) {
      signs.jump = Jump.DAL_SEGNO;
    } else if (plain.equals("fine")) {
      signs.fine = true;
    } else if (plain.equals("tocoda")) {
      signs.toCoda = true;
    } else if (plain.equals("coda")) {
      signs.coda = true;
    } else if (plain.equals("segno")) {
      signs.segno = true;
    }
  }
}
