package ductus.music.musicxml;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads back what notes a MusicXML file says: ties joined, voices laid over one another. */
final class MusicXmlNotes {
  /**
   * A note as it sounds.
   *
   * @param onset divisions from the start
   * @param duration divisions
   */
  record Heard(long onset, long duration, int pitch, boolean drum) {}

  static final Comparator<Heard> ORDER =
      Comparator.comparingLong(Heard::onset)
          .thenComparingInt(Heard::pitch)
          .thenComparingLong(Heard::duration)
          .thenComparing(Heard::drum);

  private static final String LETTERS = "C D EF G A B";

  private final List<Heard> heard = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private MusicXmlNotes() {}

  static Document document(byte[] file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    DocumentBuilder builder = factory.newDocumentBuilder();
    return builder.parse(new ByteArrayInputStream(file));
  }

  /** All notes, sorted; fails if a measure or a tie does not add up. */
  static List<Heard> read(byte[] file) throws Exception {
    MusicXmlNotes reader = new MusicXmlNotes();
    Element root = document(file).getDocumentElement();
    Map<String, Integer> drums = new HashMap<>();
    for (Element part : children(child(root, "part-list"), "score-part")) {
      for (Element instrument : children(part, "midi-instrument")) {
        for (Element key : children(instrument, "midi-unpitched")) {
          drums.put(instrument.getAttribute("id"), Integer.parseInt(key.getTextContent()) - 1);
        }
      }
    }
    for (Element part : children(root, "part")) {
      reader.part(part, drums);
    }
    if (!reader.complaints.isEmpty()) {
      throw new AssertionError(reader.complaints.get(0));
    }
    reader.heard.sort(ORDER);
    return reader.heard;
  }

  private void part(Element part, Map<String, Integer> drums) {
    Map<String, Heard> open = new HashMap<>();
    long start = pickup(child(part, "measure"));
    for (Element measure : children(part, "measure")) {
      long at = start;
      long end = start;
      long onset = start;
      for (Element each : children(measure, "")) {
        if (each.getTagName().equals("backup")) {
          at -= number(each, "duration");
        } else if (each.getTagName().equals("note")) {
          boolean chord = !children(each, "chord").isEmpty();
          onset = chord ? onset : at;
          long duration = number(each, "duration");
          note(each, onset, duration, drums, open);
          at = onset + duration;
        }
        end = Math.max(end, at);
      }
      if (at != end) {
        complaints.add("a voice does not fill measure " + measure.getAttribute("number"));
      }
      start = end;
    }
    open.keySet().forEach(key -> complaints.add("open tie " + key));
  }

  /** Where a first measure with number 0 begins: it ends where a full one would. */
  private static long pickup(Element measure) {
    if (!measure.getAttribute("number").equals("0")) {
      return 0;
    }
    Element time = child(child(measure, "attributes"), "time");
    long length = 0;
    for (Element note : children(measure, "note")) {
      if (children(note, "chord").isEmpty() && number(note, "voice") == 1) {
        length += number(note, "duration");
      }
    }
    return 192 * number(time, "beats") / number(time, "beat-type") - length;
  }

  private void note(
      Element note,
      long onset,
      long duration,
      Map<String, Integer> drums,
      Map<String, Heard> open) {
    checkValue(note, duration);
    if (!children(note, "rest").isEmpty()) {
      return;
    }
    boolean drum = !children(note, "unpitched").isEmpty();
    int pitch =
        drum
            ? Objects.requireNonNull(drums.get(child(note, "instrument").getAttribute("id")))
            : pitch(child(note, "pitch"));
    boolean starts = false;
    boolean stops = false;
    for (Element tie : children(note, "tie")) {
      starts |= tie.getAttribute("type").equals("start");
      stops |= tie.getAttribute("type").equals("stop");
    }
    String key = number(note, "voice") + " " + pitch;
    Heard before = stops ? open.remove(key) : null;
    if (stops && (before == null || before.onset() + before.duration() != onset)) {
      complaints.add("a tie from nothing at " + onset);
    }
    Heard now =
        before == null
            ? new Heard(onset, duration, pitch, drum)
            : new Heard(before.onset(), before.duration() + duration, pitch, drum);
    if (starts) {
      open.put(key, now);
    } else {
      heard.add(now);
    }
  }

  /** Type, dot and triplet must say what the duration says. */
  private void checkValue(Element note, long duration) {
    if (children(note, "type").isEmpty()) {
      return;
    }
    List<String> types =
        List.of("128th", "64th", "32nd", "16th", "eighth", "quarter", "half", "whole", "breve");
    double value = 1.5 * (1 << types.indexOf(child(note, "type").getTextContent()));
    value *= children(note, "dot").isEmpty() ? 1 : 1.5;
    value *= children(note, "time-modification").isEmpty() ? 1 : 2 / 3.0;
    if (Math.abs(value - duration) > 1e-9) {
      complaints.add("a note lasts " + duration + " but is written as " + value);
    }
  }

  private static int pitch(Element pitch) {
    int alter = children(pitch, "alter").isEmpty() ? 0 : (int) number(pitch, "alter");
    return 12 * ((int) number(pitch, "octave") + 1)
        + LETTERS.indexOf(child(pitch, "step").getTextContent())
        + alter;
  }

  static Element child(Element parent, String name) {
    return children(parent, name).get(0);
  }

  private static long number(Element parent, String name) {
    return Long.parseLong(child(parent, name).getTextContent());
  }

  /** The children of a name, or all. */
  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && (name.isEmpty() || element.getTagName().equals(name))) {
        found.add(element);
      }
    }
    return found;
  }
}
