/**
 * Lines that people wrote, with their texts and writers, from folders of ink in any format that
 * knows them: UNIPEN, IAM-OnDB, InkML, Xournal++, Ductus ink. Stands on {@code corpus} and {@code
 * ink}.
 */
@NullMarked
package ductus.corpus.line;

import org.jspecify.annotations.NullMarked;
