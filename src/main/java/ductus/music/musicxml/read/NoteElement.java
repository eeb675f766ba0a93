package ductus.music.musicxml.read;

import ductus.file.BadFileException;
import ductus.music.musicxml.DrumStaff;
import java.util.Map;
import java.util.TreeMap;

/** Reads a note element. */
final class NoteElement {
  private static final String LETTERS = "C D EF G A B";

  /** Velocity of dynamics="100", which MusicXML defines. */
  private static final double FORTE = 90;

  private final XmlCursor xml;
  private final WrittenPart part;
  private final double ownVelocity;
  private String instrument = "";
  private String voice = "1";
  private int staff = 1;
  private int written = -1;
  private boolean isUnpitched;
  private boolean isCue;
  private boolean tieStarts;
  private boolean tieStops;
  private char displayStep = ' ';
  private int displayOctave;
  private String notehead = "normal";

  /** In divisions. */
  double duration;

  boolean isGrace;
  boolean isChord;
  boolean hasFermata;
  final Map<Integer, String> lyrics = new TreeMap<>();

  /** Prepares the note at which the cursor stands. */
  NoteElement(XmlCursor xml, WrittenPart part) {
    this.xml = xml;
    this.part = part;
    String dynamics = xml.attribute("dynamics");
    this.ownVelocity =
        dynamics.matches("\\d{1,4}(\\.\\d*)?") ? Double.parseDouble(dynamics) * FORTE / 100 : -1;
  }

  void read() throws BadFileException {
    boolean hasDuration = false;
    int parent = xml.depth();
    while (xml.next(parent)) {
      switch (xml.name()) {
        case "grace" -> isGrace = true;
        case "cue" -> isCue = true;
        case "chord" -> isChord = true;
        case "pitch" -> pitch();
        case "unpitched" -> unpitched();
        case "duration" -> {
          duration = xml.number();
          hasDuration = true;
        }
        case "tie" -> tie();
        case "instrument" -> instrument = xml.attribute("id");
        case "voice" -> voice = xml.text();
        case "staff" -> staff = xml.whole(1, 99);
        case "notehead" -> notehead = xml.text();
        case "notations" -> notations();
        case "lyric" -> lyric();
        default -> {}
      }
    }
    if (!hasDuration && !isGrace) {
      throw xml.bad("a note must have a duration but has none");
    }
  }

  /** Whether it is a note that is played: no rest, and no cue for a player. */
  boolean isSounding() {
    return !isCue && (isUnpitched || written >= 0);
  }

  /**
   * Returns the note.
   *
   * @param velocity that holds here
   */
  WrittenNote written(long onset, long ticks, int velocity) throws BadFileException {
    String id = part.instrument(instrument);
    PartInstrument ofPart = part.instruments.getOrDefault(id, PartInstrument.UNKNOWN);
    boolean drum = isUnpitched || ofPart.isDrum();
    int pitch =
        isUnpitched
            ? ofPart.drum() >= 0
                ? ofPart.drum()
                : DrumStaff.key(displayStep, displayOctave, notehead)
            : drum ? written : written + part.transposition(staff);
    if (pitch < 0 || pitch > 127) {
      throw xml.bad("a note must sound within MIDI's keys 0 to 127 but would be " + pitch);
    }
    int loud = (int) Math.max(1, Math.min(127, ownVelocity < 0 ? velocity : ownVelocity));
    return new WrittenNote(
        onset,
        ticks,
        pitch,
        loud,
        drum,
        id,
        part.voice(voice),
        tieStops,
        tieStarts,
        isGrace && isChord);
  }

  private void pitch() throws BadFileException {
    int step = -1;
    double alter = 0;
    int octave = Integer.MIN_VALUE;
    int parent = xml.depth();
    while (xml.next(parent)) {
      switch (xml.name()) {
        case "step" -> step = step();
        case "alter" -> alter = xml.number();
        case "octave" -> octave = xml.whole(0, 9);
        default -> {}
      }
    }
    if (step < 0 || octave < 0) {
      throw xml.bad("a pitch must have a step and an octave");
    }
    if (Math.abs(alter) > 4) {
      throw xml.bad("a pitch must be altered by at most 4 semitones but was by " + alter);
    }
    // Quarter tones go to the key above.
    written = Math.max(0, 12 * (octave + 1) + step + (int) Math.floor(alter + 0.5));
  }

  private int step() throws BadFileException {
    String step = xml.text();
    int place = step.matches("[A-G]") ? LETTERS.indexOf(step) : -1;
    if (place < 0) {
      throw xml.bad("a step must be A to G", step);
    }
    return place;
  }

  private void unpitched() throws BadFileException {
    isUnpitched = true;
    int parent = xml.depth();
    while (xml.next(parent)) {
      if (xml.name().equals("display-step")) {
        String step = xml.text();
        displayStep = step.isEmpty() ? ' ' : step.charAt(0);
      } else if (xml.name().equals("display-octave")) {
        displayOctave = xml.whole(0, 9);
      }
    }
  }

  private void tie() {
    tieStarts |= xml.attribute("type").equals("start");
    tieStops |= xml.attribute("type").equals("stop");
  }

  private void notations() throws BadFileException {
    int parent = xml.depth();
    while (xml.next(parent)) {
      if (xml.name().equals("tied")) {
        tie();
      } else if (xml.name().equals("fermata")) {
        hasFermata = true;
      }
    }
  }

  /** A syllable, with a hyphen if the word goes on. */
  private void lyric() throws BadFileException {
    String number = xml.attribute("number");
    StringBuilder text = new StringBuilder();
    boolean goesOn = false;
    int parent = xml.depth();
    while (xml.next(parent)) {
      switch (xml.name()) {
        case "syllabic" -> goesOn = xml.text().matches("begin|middle");
        case "text" -> text.append(xml.text());
        case "elision" -> {
          String joint = xml.text();
          text.append(joint.isEmpty() ? "_" : joint);
        }
        default -> {}
      }
    }
    if (text.length() > 0) {
      int verse = number.matches("\\d{1,3}") ? Math.max(1, Integer.parseInt(number)) : 1;
      lyrics.putIfAbsent(verse, text + (goesOn ? "-" : ""));
    }
  }
}
