package ductus.model.translation;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words that sources are made of, where they have no others.
 *
 * <p>As JSON it is a list of the words, or an object that has of each word those that follow it.
 *
 * @param words of letters, in lower case, sorted
 * @param followers of each word, of {@link #DIGITS} and of the {@link #BOUND} of a source what
 *     stands behind it somewhere; null where nearly anything may stand behind anything
 */
public record SourceVocabulary(List<String> words, @Nullable Map<String, List<String>> followers) {
  /** Before the first word of a source, and behind the last. */
  public static final String BOUND = "";

  /** A run of digits, whatever they are. */
  public static final String DIGITS = "0";

  private static final Set<String> NO_WORDS = Set.of(BOUND, DIGITS);

  public SourceVocabulary {
    words = List.copyOf(words);
    if (followers != null) {
      if (!Set.copyOf(words).equals(wordsOf(followers.keySet()))) {
        throw new IllegalArgumentException(
            "followers must be of all words but were of " + followers.keySet());
      }
      Map<String, List<String>> sorted = new TreeMap<>();
      followers.forEach((word, behind) -> sorted.put(word, List.copyOf(behind)));
      followers = Collections.unmodifiableMap(sorted);
    }
  }

  /** Whether a word, digits or a bound may stand right behind another. */
  public boolean mayFollow(String before, String after) {
    return followers == null || followers.getOrDefault(before, List.of()).contains(after);
  }

  private static Set<String> wordsOf(Set<String> steps) {
    return steps.stream().filter(step -> !NO_WORDS.contains(step)).collect(Collectors.toSet());
  }

  /** A vocabulary in a file. */
  static final class AsJson extends TypeAdapter<SourceVocabulary> {
    @Override
    public void write(JsonWriter out, SourceVocabulary vocabulary) throws IOException {
      if (vocabulary.followers == null) {
        writeList(out, vocabulary.words);
      } else {
        out.beginObject();
        for (Map.Entry<String, List<String>> each : vocabulary.followers.entrySet()) {
          writeList(out.name(each.getKey()), each.getValue());
        }
        out.endObject();
      }
    }

    private static void writeList(JsonWriter out, List<String> words) throws IOException {
      out.beginArray();
      for (String word : words) {
        out.value(word);
      }
      out.endArray();
    }

    @Override
    public SourceVocabulary read(JsonReader in) throws IOException {
      if (in.peek() == JsonToken.BEGIN_ARRAY) {
        return new SourceVocabulary(readList(in), null);
      }
      Map<String, List<String>> followers = new TreeMap<>();
      in.beginObject();
      while (in.hasNext()) {
        followers.put(in.nextName(), readList(in));
      }
      in.endObject();
      return new SourceVocabulary(
          wordsOf(followers.keySet()).stream().sorted().toList(), followers);
    }

    private static List<String> readList(JsonReader in) throws IOException {
      List<String> words = new ArrayList<>();
      in.beginArray();
      while (in.hasNext()) {
        words.add(in.nextString());
      }
      in.endArray();
      return words;
    }
  }
}
