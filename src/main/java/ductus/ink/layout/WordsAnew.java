package ductus.ink.layout;

import ductus.ink.Box;
import ductus.ink.layout.PageChanges.WordAnew;
import ductus.ink.layout.PageLayout.WordWriter;
import ductus.ink.layout.WrittenLine.WrittenWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts words that are to be written anew in the place of those of their line. */
record WordsAnew(PageChanges arrangement, int firstLine, WordWriter writer) {
  /**
   * The words of a line, with those that were asked for written anew; the spaces stay.
   *
   * @param spelled the words as the text has them
   * @param from index of the first one in the paragraph
   */
  List<WrittenWord> in(int paragraph, int from, List<String> spelled, List<WrittenWord> written) {
    List<WrittenWord> words = new ArrayList<>();
    double shift = 0;
    for (int i = 0; i < written.size(); i++) {
      WrittenWord word = written.get(i);
      Optional<WordAnew> anew = arrangement.anew(firstLine + paragraph, from + i);
      Optional<Box> old = word.box();
      if (anew.isPresent() && old.isPresent()) {
        WrittenWord other =
            new WrittenWord(
                word.text(), writer.write(spelled.get(i), anew.get().take()).ink().strokes());
        Optional<Box> box = other.box();
        if (box.isPresent()) {
          words.add(other.moved(shift + old.get().left() - box.get().left()));
          shift += box.get().width() - old.get().width();
          continue;
        }
      }
      words.add(word.moved(shift));
    }
    return words;
  }
}
