package ductus.task.tagging;

import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.text.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sentences of tagged words in a file: UTF-8, a word a line, a tab, its tag; an empty line behind
 * each sentence.
 *
 * @param path of the file
 * @param sentences each once
 * @param leftOut what could not be read, and why
 */
public record TaggedFile(Path path, List<TaggedSentence> sentences, List<LeftOut> leftOut) {
  public TaggedFile {
    sentences = List.copyOf(sentences);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads a file.
   *
   * @throws BadFileException if it has no sentence
   */
  public static TaggedFile read(Path path) throws BadFileException, IOException {
    String[] lines = TextFile.read(path).split("\n", -1);
    List<TaggedSentence> sentences = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int from = 0;
    for (int i = 0; i <= lines.length; i++) {
      if (i == lines.length || lines[i].isBlank()) {
        if (i > from) {
          try {
            TaggedSentence sentence = sentence(lines, from, i);
            if (seen.add(sentence.hash())) {
              sentences.add(sentence);
            }
          } catch (IllegalArgumentException unusable) {
            leftOut.add(new LeftOut(path, String.valueOf(unusable.getMessage())));
          }
        }
        from = i + 1;
      }
    }
    if (sentences.isEmpty()) {
      throw new BadFileException(
          path, leftOut.isEmpty() ? "has no sentence" : leftOut.get(0).reason());
    }
    return new TaggedFile(path, sentences, leftOut);
  }

  private static TaggedSentence sentence(String[] lines, int from, int to) {
    List<String> words = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String[] cells = lines[i].split("\t", -1);
      if (cells.length != 2 || cells[0].isBlank() || cells[1].isBlank()) {
        throw new IllegalArgumentException(
            "line %d: must be a word, a tab and its tag, but is: %s"
                .formatted(i + 1, lines[i].replace('\t', '|')));
      }
      words.add(cells[0].strip());
      tags.add(cells[1].strip());
    }
    byte[] content = String.join("\n", words).getBytes(StandardCharsets.UTF_8);
    return new TaggedSentence(from + 1, words, tags, Sha256.brief(content));
  }

  /**
   * The sentences, if there are so many or more.
   *
   * @throws BadFileException if there are fewer
   */
  List<TaggedSentence> required(int least) throws BadFileException {
    if (sentences.size() < least) {
      throw new BadFileException(
          path, "must have two sentences or more but has " + sentences.size());
    }
    return sentences;
  }

  /** A digest of all words and tags, whatever their order in the file. */
  String digest() {
    return Sha256.hexOfLines(
        sentences.stream()
            .map(sentence -> sentence.hash() + String.join(" ", sentence.tags()))
            .sorted());
  }

  /** The tags of all sentences, sorted, each once. */
  List<String> tags() {
    TreeSet<String> tags = new TreeSet<>();
    sentences.forEach(sentence -> tags.addAll(sentence.tags()));
    return List.copyOf(tags);
  }

  /** Number of words and marks. */
  static long words(List<TaggedSentence> sentences) {
    return sentences.stream().mapToLong(sentence -> sentence.words().size()).sum();
  }
}
