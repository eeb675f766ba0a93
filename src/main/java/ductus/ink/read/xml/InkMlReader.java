package ductus.ink.read.xml;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.read.source.InkDraft;
import ductus.ink.read.source.InkSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads InkML, the ink markup of the W3C.
 *
 * <p>A piece is a group of traces that has a label and no labeled group in it; or a group without
 * groups in it, where nothing around it is labeled. What then is in no group is a piece of its own.
 * A label is an annotation of a type that says so, such as {@code truth}; brushes, mappings and
 * canvases are passed over. Lengths in known units become millimeters.
 */
public final class InkMlReader {
  /** Name of the outermost element of such a file. */
  public static final String ROOT = "ink";

  private static final Set<String> LABELS =
      Set.of("truth", "groundtruth", "label", "text", "transcription", "normalizedlabel");
  private static final Set<String> WRITERS =
      Set.of("writer", "writerid", "writer_id", "author", "user");

  private final XmlElement ink;
  private final Map<String, XmlElement> named = new HashMap<>();
  private final TraceFormats formats;
  private final InkDraft draft;

  /** The points of each stroke; a trace that continues another adds its own to them. */
  private final Map<XmlElement, List<PenPoint>> strokes = new LinkedHashMap<>();

  private final Set<XmlElement> taken = new HashSet<>();
  private final Set<XmlElement> viewed = new HashSet<>();
  private XmlElement current;
  private Optional<XmlElement> context = Optional.empty();

  private InkMlReader(InkSource source) throws BadFileException {
    ink = XmlTree.read(source);
    current = ink;
    ink.tree().forEach(element -> element.attribute("id").ifPresent(id -> named.put(id, element)));
    formats = new TraceFormats(ink, named);
    draft = new InkDraft(source, () -> current.place().toString());
  }

  /** Reads the pieces, in the order of the document. */
  public static List<Handwriting> read(InkSource source) throws BadFileException {
    InkMlReader reader = new InkMlReader(source);
    reader.decode(reader.ink, Optional.empty());
    reader.gather(reader.ink, Optional.empty());
    return reader.draft.pieces();
  }

  /** Decodes all traces in and below an element. */
  private void decode(XmlElement parent, Optional<XmlElement> around) throws BadFileException {
    for (XmlElement child : parent.children()) {
      switch (child.name()) {
        case "context" -> context = Optional.of(child);
        case "trace" -> trace(child, around);
        case "definitions" -> define(child);
        case "traceGroup" ->
            decode(child, child.attribute("contextRef").isPresent() ? Optional.of(child) : around);
        default -> {
          // Says nothing of the strokes.
        }
      }
    }
  }

  /** Decodes traces that views may show; contexts that are only defined hold for nothing yet. */
  private void define(XmlElement definitions) throws BadFileException {
    Optional<XmlElement> before = context;
    decode(definitions, Optional.empty());
    context = before;
  }

  private void trace(XmlElement trace, Optional<XmlElement> around) throws BadFileException {
    if (trace.attribute("type").orElse("penDown").equals("penUp")) {
      return;
    }
    current = trace;
    Optional<XmlElement> own =
        trace.attribute("contextRef").isPresent() ? Optional.of(trace) : around;
    TraceFormat format = formats.in(own.isPresent() ? own : context);
    TraceText text = new TraceText(trace, format);
    while (text.hasNext()) {
      double[] values = text.next();
      draft.add(
          format.x(values), format.y(values), format.seconds(values), format.pressure(values));
    }
    for (Stroke stroke : draft.takeStrokes()) {
      place(trace, stroke);
    }
  }

  /** Keeps the stroke of a trace; one that continues another becomes a part of its stroke. */
  private void place(XmlElement trace, Stroke stroke) {
    Optional<XmlElement> prior = trace.attribute("priorRef").map(this::target);
    if (trace.attribute("continuation").orElse("begin").equals("begin")
        || prior.isEmpty()
        || !strokes.containsKey(prior.get())) {
      strokes.put(trace, new ArrayList<>(stroke.points()));
      return;
    }
    strokes.get(prior.get()).addAll(stroke.points());
    trace.attribute("id").ifPresent(id -> named.put(id, prior.get()));
  }

  private @Nullable XmlElement target(String reference) {
    return named.get(TraceFormats.withoutHash(reference));
  }

  /** Makes pieces of the traces in and below an element. */
  private void gather(XmlElement parent, Optional<String> writerAround) throws BadFileException {
    Optional<String> writer = annotation(parent, WRITERS).or(() -> writerAround);
    Optional<String> label = annotation(parent, LABELS);
    boolean whole = label.isPresent() && !hasLabelInside(parent);
    boolean divided = false;
    if (!whole) {
      for (XmlElement child : parent.children()) {
        if (isGroup(child)) {
          gather(child, writer);
          divided = true;
        }
      }
    }
    List<Stroke> rest = new ArrayList<>();
    collect(parent, rest);
    draft.addPiece(rest, divided ? Optional.empty() : label, writer);
  }

  /** Collects the strokes in and below an element that are in no piece yet. */
  private void collect(XmlElement parent, List<Stroke> into) throws BadFileException {
    take(parent, into);
    Optional<String> reference = parent.attribute("traceDataRef");
    if (reference.isPresent()) {
      if (parent.attribute("from").isPresent() || parent.attribute("to").isPresent()) {
        throw parent.error("a traceView must show whole traces but has from or to");
      }
      XmlElement target = target(reference.get());
      if (target == null) {
        throw parent.error("traceDataRef must name a trace but was '" + reference.get() + "'");
      }
      // What was shown once is in a piece, with all below it.
      if (viewed.add(target)) {
        target.tree().forEach(element -> take(element, into));
      }
    }
    for (XmlElement child : parent.children()) {
      if (!child.is("definitions")) {
        collect(child, into);
      }
    }
  }

  private void take(XmlElement element, List<Stroke> into) {
    List<PenPoint> points = strokes.get(element);
    if (points != null && taken.add(element)) {
      into.add(new Stroke(points));
    }
  }

  /**
   * Whether an element is a group; a view without anything in it is a reference to a trace or a
   * group.
   */
  private static boolean isGroup(XmlElement element) {
    return element.is("traceGroup") || (element.is("traceView") && !element.children().isEmpty());
  }

  private static boolean hasLabelInside(XmlElement parent) {
    return parent.children().stream()
        .flatMap(XmlElement::tree)
        .anyMatch(element -> isGroup(element) && annotation(element, LABELS).isPresent());
  }

  private static Optional<String> annotation(XmlElement parent, Set<String> types) {
    return parent
        .children("annotation")
        .filter(each -> types.contains(each.attribute("type").orElse("").toLowerCase(Locale.ROOT)))
        .map(each -> each.text().strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }
}
