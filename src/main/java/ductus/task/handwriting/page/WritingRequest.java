package ductus.task.handwriting.page;

import ductus.ink.layout.PageChanges;
import ductus.ink.page.PageSetup;
import ductus.ink.render.RenderSettings;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.StyleChoice;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request for writing: the text, the style and the page.
 *
 * @param text as it is written: with the characters of its hand only; empty for a scribble
 * @param style in which hand
 * @param manner how neat
 * @param page on what paper
 * @param look ink and nib
 * @param checked whether a reader checks what was written
 * @param seed decides all chance
 * @param arrangement what was changed by hand; null if nothing, as in pages of before one could
 */
public record WritingRequest(
    String text,
    StyleChoice style,
    PenManner manner,
    PageSetup page,
    RenderSettings look,
    boolean checked,
    long seed,
    @Nullable PageChanges arrangement) {
  /** A request of which nothing is changed by hand. */
  public WritingRequest(
      String text,
      StyleChoice style,
      PenManner manner,
      PageSetup page,
      RenderSettings look,
      boolean checked,
      long seed) {
    this(text, style, manner, page, look, checked, seed, null);
  }

  /** What was changed by hand. */
  PageChanges arranged() {
    return arrangement == null ? PageChanges.NONE : arrangement;
  }

  /** Whether the request is for what looks like writing but says nothing. */
  boolean isScribble() {
    return text.isEmpty();
  }

  /** The title of the pages, for people and programs that ask. */
  public String title() {
    return String.format(
        Locale.ROOT, "%s, %s, seed %d", isScribble() ? "Scribble" : "Handwriting", style, seed);
  }
}
