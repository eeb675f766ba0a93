package ductus.music.musicxml.read;

import ductus.file.BadFileException;
import ductus.music.Note;
import ductus.music.Score;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** MusicXML for tests, with two divisions a quarter note: one is 240 ticks. */
final class Sheet {
  static final Path NAME = Path.of("x.musicxml");

  static final String ATTRIBUTES =
      "<attributes><divisions>2</divisions><time><beats>4</beats><beat-type>4</beat-type></time>"
          + "</attributes>";

  private Sheet() {}

  static Score read(String xml) throws BadFileException {
    return MusicXmlReader.parse(NAME, xml.getBytes(StandardCharsets.UTF_8));
  }

  /** A score of one part, whose first measure begins with the attributes. */
  static String sheet(String... measures) {
    return partwise(
        "<score-part id=\"P1\"><part-name>Flute</part-name></score-part>",
        part("P1", ATTRIBUTES, measures));
  }

  static String partwise(String list, String parts) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<!DOCTYPE score-partwise PUBLIC \"-//Recordare//DTD MusicXML 3.1 Partwise//EN\""
        + " \"http://www.musicxml.org/dtds/partwise.dtd\">\n"
        + "<score-partwise version=\"3.1\"><part-list>"
        + list
        + "</part-list>"
        + parts
        + "</score-partwise>";
  }

  static String part(String id, String attributes, String... measures) {
    StringBuilder part = new StringBuilder("<part id=\"" + id + "\">");
    for (int i = 0; i < measures.length; i++) {
      part.append("\n<measure number=\"" + (i + 1) + "\">" + (i == 0 ? attributes : ""));
      part.append(measures[i]).append("</measure>");
    }
    return part + "</part>";
  }

  /** A note such as C4 or F#5. */
  static String note(String name, int duration, String... more) {
    String head = more.length > 1 ? more[1] : "";
    String alter =
        name.contains("#") ? "<alter>1</alter>" : name.contains("b") ? "<alter>-1</alter>" : "";
    return "<note>%s<pitch><step>%s</step>%s<octave>%s</octave></pitch><duration>%d</duration>%s</note>"
        .formatted(
            head,
            name.charAt(0),
            alter,
            name.charAt(name.length() - 1),
            duration,
            more.length > 0 ? more[0] : "");
  }

  /** A grace note. */
  static String grace(String name) {
    return note(name, 0, "", "<grace/>").replace("<duration>0</duration>", "");
  }

  static String rest(int duration) {
    return "<note><rest/><duration>" + duration + "</duration></note>";
  }

  /** Whole notes, a measure each. */
  static String[] whole(String names) {
    return List.of(names.split(" ", -1)).stream().map(n -> note(n, 8)).toArray(String[]::new);
  }

  /** The notes as {@code onset+duration=pitch}, with spaces between. */
  static String heard(Score score) {
    return score.notes().stream().map(Sheet::heard).collect(Collectors.joining(" "));
  }

  private static String heard(Note note) {
    return note.onset() + "+" + note.duration() + "=" + note.pitch();
  }

  /** The pitches in the order in which they begin. */
  static String pitches(Score score) {
    return score.notes().stream()
        .map(note -> String.valueOf(note.pitch()))
        .collect(Collectors.joining(" "));
  }
}
