package ductus.file;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import org.jspecify.annotations.Nullable;

/**
 * Makes Gson refuse JSON that lacks a component of a record, rather than leave null or zero in it.
 * Components that are {@link Nullable} may be missing, and so may those for which the record's
 * constructor has a value of its own.
 */
final class RequiredFields implements TypeAdapterFactory {
  private final boolean numbersToo;

  /**
   * @param numbersToo whether numbers and truth values must be there; else they are 0 and false, as
   *     in files of versions that did not know them
   */
  RequiredFields(boolean numbersToo) {
    this.numbersToo = numbersToo;
  }

  /** A field that is missing, or is not what it must be. */
  static final class FieldException extends JsonParseException {
    private static final long serialVersionUID = 1L;

    /**
     * @param path of the field as Gson gives it, such as {@code $.pages[0].width}
     */
    FieldException(String path, String reason) {
      super((path.replaceFirst("^\\$\\.?", "") + " " + reason).strip());
    }
  }

  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    return type.getRawType().isRecord()
        ? new RecordAdapter<>(gson, type, gson.getDelegateAdapter(this, type), numbersToo)
        : null;
  }
}
