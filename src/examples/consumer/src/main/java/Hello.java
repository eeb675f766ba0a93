import ductus.api.Composer;
import ductus.api.CompositionRequest;
import ductus.api.LetterRequest;
import ductus.api.Scribe;
import java.nio.file.Path;

/** A tune and a letter. */
public final class Hello {
  private Hello() {}

  public static void main(String[] arguments) throws Exception {
    Composer.named("folk").compose(CompositionRequest.seeded(7)).writeMidi(Path.of("tune.mid"));
    Scribe.hand("italic").write(LetterRequest.of("Hello,\nworld!", 7)).write(Path.of("hello.pdf"));
  }
}
