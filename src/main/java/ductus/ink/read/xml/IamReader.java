package ductus.ink.read.xml;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.source.InkDraft;
import ductus.ink.read.source.InkSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads whiteboard writing of the IAM-OnDB: a line of its {@code lineStrokes}, with the text from
 * its {@code ascii} folder and the writer from its {@code original} folder where these are at hand;
 * or a whole form. Points have times in seconds, y down.
 */
public final class IamReader {
  /** Name of the outermost element of such a file. */
  public static final String ROOT = "WhiteboardCaptureSession";

  private IamReader() {}

  /**
   * The places where the text and the writer of a line may be told, by its name; none for other
   * files.
   */
  public static List<Path> beside(Path line) {
    return new IamCompanions(line).places();
  }

  /** Reads one piece: the line or the form. */
  public static List<Handwriting> read(InkSource source) throws BadFileException, IOException {
    XmlElement root = XmlTree.read(source);
    Reading reading = new Reading(source, root);
    for (XmlElement set : root.children("StrokeSet").toList()) {
      for (XmlElement stroke : set.children("Stroke").toList()) {
        reading.stroke(stroke);
      }
    }
    IamCompanions companions = new IamCompanions(source.path());
    Optional<String> text = formText(root);
    Optional<String> writer = writer(root);
    reading.draft.endPiece(
        text.isPresent() ? text : companions.text(),
        writer.isPresent() ? writer : companions.writer());
    return reading.draft.pieces();
  }

  /** The number of the writer of a form, where the document says it. */
  static Optional<String> writer(XmlElement root) {
    return root.tree()
        .filter(element -> element.is("Form"))
        .flatMap(form -> form.attribute("writerID").stream())
        .findFirst();
  }

  private static Optional<String> formText(XmlElement root) {
    return root.child("Transcription")
        .flatMap(transcription -> transcription.child("Text"))
        .map(text -> text.text().strip())
        .filter(text -> !text.isEmpty());
  }

  private static final class Reading {
    private final InkDraft draft;
    private XmlElement current;

    Reading(InkSource source, XmlElement root) {
      this.current = root;
      this.draft = new InkDraft(source, () -> current.place().toString());
    }

    void stroke(XmlElement stroke) throws BadFileException {
      for (XmlElement point : stroke.children("Point").toList()) {
        current = point;
        draft.add(
            point.number("x"), -point.number("y"), point.number("time", Double.NaN), Double.NaN);
      }
      draft.endStroke();
    }
  }
}
