package ductus.music.musicxml.read;

import ductus.file.BadFileException;
import ductus.music.Bar;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the outermost element: title, composer, the list of parts, and the measures. */
final class ScoreElement {
  private static final String VERSIONS = "[1-4]\\.\\d";
  private static final int MOST_PARTS = 1000;

  private final XmlCursor xml;
  private final WrittenScore score = new WrittenScore();

  ScoreElement(XmlCursor xml) {
    this.xml = xml;
  }

  WrittenScore read() throws BadFileException {
    String version = xml.attribute("version");
    if (!version.isEmpty() && !version.matches(VERSIONS)) {
      throw xml.bad("the version of MusicXML must be 1.0 to 4.x", version);
    }
    boolean partwise = xml.name().equals("score-partwise");
    String movement = "";
    int root = xml.depth();
    int measures = 0;
    while (xml.next(root)) {
      switch (xml.name()) {
        case "work" -> score.title = child("work-title");
        case "movement-title" -> movement = xml.text();
        case "identification" -> identification();
        case "part-list" -> partList();
        case "part" -> {
          if (partwise) {
            part(known(xml.attribute("id")));
          }
        }
        case "measure" -> {
          if (!partwise) {
            measureOfAll(measures++);
          }
        }
        default -> {}
      }
    }
    if (score.title.isEmpty()) {
      score.title = movement;
    }
    return score;
  }

  /** The text of the first child of a name. */
  private String child(String name) throws BadFileException {
    String text = "";
    int parent = xml.depth();
    while (xml.next(parent)) {
      if (xml.name().equals(name) && text.isEmpty()) {
        text = xml.text();
      }
    }
    return text;
  }

  private void identification() throws BadFileException {
    int parent = xml.depth();
    while (xml.next(parent)) {
      if (xml.name().equals("creator") && xml.attribute("type").equals("composer")) {
        score.composer = score.composer.isEmpty() ? xml.text() : score.composer;
      } else if (xml.name().equals("rights")) {
        score.rights = score.rights.isEmpty() ? xml.text() : score.rights;
      }
    }
  }

  private void partList() throws BadFileException {
    int list = xml.depth();
    while (xml.next(list)) {
      if (xml.name().equals("score-part")) {
        if (score.parts.size() == MOST_PARTS) {
          throw xml.bad("a score must have at most " + MOST_PARTS + " parts");
        }
        scorePart(xml.attribute("id"));
      }
    }
  }

  private void scorePart(String id) throws BadFileException {
    if (id.isEmpty() || score.parts.containsKey(id)) {
      throw xml.bad("the id of a part must be its own", id);
    }
    String name = "";
    Map<String, PartInstrument> instruments = new LinkedHashMap<>();
    int part = xml.depth();
    while (xml.next(part)) {
      String instrument = xml.attribute("id");
      switch (xml.name()) {
        case "part-name" -> name = xml.text();
        case "score-instrument" -> {
          String itsName = child("instrument-name");
          instruments.put(instrument, new PartInstrument(itsName, -1, 0, -1));
        }
        case "midi-instrument" ->
            instruments.put(
                instrument,
                midi(instruments.getOrDefault(instrument, PartInstrument.UNKNOWN).name()));
        default -> {}
      }
    }
    score.parts.put(id, new WrittenPart(name, instruments));
  }

  private PartInstrument midi(String name) throws BadFileException {
    int channel = -1;
    int program = 0;
    int drum = -1;
    int instrument = xml.depth();
    while (xml.next(instrument)) {
      switch (xml.name()) {
        case "midi-channel" -> channel = xml.whole(0, 16) - 1;
        // 0 is what some programs write for none.
        case "midi-program" -> program = Math.max(0, xml.whole(0, 128) - 1);
        case "midi-unpitched" -> drum = xml.whole(0, 128) - 1;
        default -> {}
      }
    }
    return new PartInstrument(name, channel, program, drum);
  }

  private WrittenPart known(String id) throws BadFileException {
    @Nullable WrittenPart part = score.parts.get(id);
    if (part == null) {
      throw xml.bad("the part must be in the part-list", id);
    }
    return part;
  }

  private void part(WrittenPart part) throws BadFileException {
    if (!part.measures.isEmpty()) {
      throw xml.bad("a part must stand in the file once");
    }
    int parent = xml.depth();
    while (xml.next(parent)) {
      if (xml.name().equals("measure")) {
        measure(part, part.measures.size(), xml.attribute("number"));
      }
    }
  }

  private void measureOfAll(int index) throws BadFileException {
    String number = xml.attribute("number");
    int parent = xml.depth();
    while (xml.next(parent)) {
      if (xml.name().equals("part")) {
        WrittenPart part = known(xml.attribute("id"));
        if (part.measures.size() > index) {
          throw xml.bad("a part must stand in the measure once");
        }
        while (part.measures.size() < index) {
          part.measures.add(WrittenMeasure.EMPTY);
        }
        measure(part, index, number);
      }
    }
  }

  private void measure(WrittenPart part, int index, String number) throws BadFileException {
    if (index == Bar.MOST_OF_PIECE) {
      throw xml.bad("a score must have at most " + Bar.MOST_OF_PIECE + " measures");
    }
    MeasureSigns signs = score.signs(index);
    signs.number = number;
    part.measures.add(new MeasureElement(xml, score, part, signs).read());
  }
}
