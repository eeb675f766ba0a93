package ductus.cli.handwriting;

import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.page.WritingRequest;
import ductus.task.handwriting.synthesis.HandModel;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A letter that is to be written, and what the user should know before.
 *
 * @param given the model as the user named it
 * @param joined hands of a mix that join their letters, among others that do not
 * @param substitutes what stands for characters that the hand lacks; empty for one that is left out
 * @param typographic characters that are written in their plain form
 */
record LetterOrder(
    ModelReference given,
    HandModel model,
    WritingRequest request,
    List<String> joined,
    Map<Integer, String> substitutes,
    Map<Integer, String> typographic) {

  /** Whether a character is left out. */
  boolean leavesOut() {
    return substitutes.values().stream().anyMatch(String::isBlank);
  }

  /** Says what the user should know. */
  void notices(Consumer<String> warn, Consumer<String> say) {
    if (!joined.isEmpty()) {
      warn.accept(TextSource.unlike(request.style(), joined));
    }
    if (!substitutes.isEmpty()) {
      warn.accept(TextSource.replacement(request.style().toString(), substitutes));
    }
    if (!typographic.isEmpty()) {
      say.accept(TextSource.plain(typographic));
    }
  }
}
