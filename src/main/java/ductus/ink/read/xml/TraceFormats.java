package ductus.ink.read.xml;

import ductus.file.BadFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the format of each trace of an InkML document: named by the trace or a group around it, by
 * the context before it, or the document's first.
 */
final class TraceFormats {
  /** Longest chain of contexts that refer to others; a longer one goes round in circles. */
  private static final int LONGEST_CHAIN = 16;

  private static final String FORMAT = "traceFormat";
  private static final String SOURCE = "inkSource";
  private static final String CONTEXT = "context";

  private final Map<String, XmlElement> named;
  private final TraceFormat first;
  private final Map<XmlElement, TraceFormat> formats = new HashMap<>();

  /**
   * Finds the formats of a document.
   *
   * @param named its elements by their names ({@code xml:id})
   */
  TraceFormats(XmlElement ink, Map<String, XmlElement> named) throws BadFileException {
    this.named = named;
    Optional<XmlElement> element = ink.tree().filter(any -> any.is(FORMAT)).findFirst();
    this.first = element.isPresent() ? TraceFormat.of(element.get()) : TraceFormat.DEFAULT;
  }

  /**
   * The format in a context.
   *
   * @param context a {@code context}, or what refers to one; empty for the default
   */
  TraceFormat in(Optional<XmlElement> context) throws BadFileException {
    Optional<XmlElement> element = context.flatMap(any -> find(any, 0));
    if (element.isEmpty()) {
      return first;
    }
    TraceFormat known = formats.get(element.get());
    if (known == null) {
      known = TraceFormat.of(element.get());
      formats.put(element.get(), known);
    }
    return known;
  }

  private Optional<XmlElement> find(XmlElement from, int steps) {
    if (from.is(FORMAT)) {
      return Optional.of(from);
    }
    if (steps == LONGEST_CHAIN) {
      return Optional.empty();
    }
    return from.child(FORMAT)
        .or(() -> referred(from, FORMAT + "Ref"))
        .or(() -> from.child(SOURCE).flatMap(source -> find(source, steps + 1)))
        .or(() -> referred(from, SOURCE + "Ref").flatMap(source -> find(source, steps + 1)))
        .or(() -> referred(from, CONTEXT + "Ref").flatMap(other -> find(other, steps + 1)));
  }

  private Optional<XmlElement> referred(XmlElement from, String attribute) {
    return from.attribute(attribute).map(name -> named.get(withoutHash(name)));
  }

  /**
   * A name without the hash by which it is referred to within a document, {@code #name}, or as some
   * programs write it.
   */
  static String withoutHash(String reference) {
    return reference.startsWith("#") ? reference.substring(1) : reference;
  }
}
