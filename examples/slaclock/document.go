package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/policy/sempre"
)

// A documentFile is an agreement read from a file; see package document.
type documentFile struct {
	path string
	doc  *document.Document
}

// documentFlag defines the flag -document, which names a file with a further agreement and
// can be repeated. The files are read once all flags are set, by [documentPaths.read].
func documentFlag(flags *flag.FlagSet) *documentPaths {
	paths := new(documentPaths)
	flags.Func("document", "read a further agreement from `FILE`, a JSON document; repeat the flag for several", func(path string) error {
		*paths = append(*paths, path)
		return nil
	})
	return paths
}

// documentPaths are the files that -document names.
type documentPaths []string

// isDocument reports whether a text names a document's file rather than an override, which
// has a "=" and is not in a folder.
func isDocument(text string) bool {
	name, _, override := strings.Cut(text, "=")
	return strings.HasSuffix(text, ".json") && (!override || strings.ContainsRune(name, '/'))
}

// read reads the documents.
func (paths documentPaths) read() ([]documentFile, error) {
	var files []documentFile
	for _, path := range paths {
		f, err := readDocument(path)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

// readDocument reads a document. The error lists all its mistakes, one on each line, as
// file:line:column: what is wrong.
func readDocument(path string) (documentFile, error) {
	file, err := openFile(path)
	if err != nil {
		return documentFile{}, err
	}
	defer file.Close()
	data, err := readText(file)
	if err != nil {
		return documentFile{}, err
	}
	doc, err := document.Decode(data)
	if err != nil {
		return documentFile{}, &documentError{path, err}
	}
	return documentFile{path: path, doc: doc}, nil
}

// readText reads the text of a document, without the byte order mark that some editors write.
// If the text is too long, it reads just enough for the error to say so.
func readText(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, document.MaxBytes+1))
	return bytes.TrimPrefix(data, []byte("\uFEFF")), err
}

// versions returns the versions of the agreement, at least one.
func (f documentFile) versions() []document.Version {
	if len(f.doc.Versions) > 0 {
		return f.doc.Versions
	}
	return []document.Version{f.doc.Version}
}

// A documentError says what is wrong with a document.
type documentError struct {
	path string
	err  error
}

func (e *documentError) Unwrap() error { return e.err }

func (e *documentError) Error() string {
	var mistakes *document.Error
	if !errors.As(e.err, &mistakes) {
		return e.path + ": " + e.err.Error()
	}
	var lines []string
	for _, m := range mistakes.Mistakes {
		place := e.path
		if m.Line > 0 {
			place += ":" + strconv.Itoa(m.Line) + ":" + strconv.Itoa(m.Column)
		}
		m.Line = 0
		lines = append(lines, place+": "+m.String())
	}
	if mistakes.More {
		lines = append(lines, e.path+": and more")
	}
	return strings.Join(lines, "\n")
}

// add adds the agreements of documents. It is an error if one promises no times for tickets,
// or if its name is taken.
func (ps *policies) add(files []documentFile) error {
	for _, f := range files {
		a, err := f.agreement()
		if err != nil {
			return err
		}
		if i := ps.index(f.doc.Name); i >= 0 {
			return taken(f.path, f.doc.Name, ps.agreements[i].from)
		}
		if f.doc.Name == sempre.Name { // though it promises no times for tickets
			return taken(f.path, f.doc.Name, "")
		}
		ps.agreements = append(ps.agreements, a)
	}
	return nil
}

// taken returns the error for a document whose name another agreement has, from a file or, if
// from is "", in the library.
func taken(path, name, from string) error {
	whose := "an agreement of the library; give it another name"
	if from != "" {
		whose = "that of " + from + " too"
	}
	return fmt.Errorf("%s: name: %q is %s", path, name, whose)
}

// agreement returns the agreement as tickets use it.
func (f documentFile) agreement() (agreement, error) {
	if len(f.versions()[0].Levels) == 0 {
		return agreement{}, fmt.Errorf("%s: levels: are missing; %s promises no times to tickets", f.path, f.doc.Name)
	}
	return agreement{name: f.doc.Name, from: f.path, make: f.doc.Policy, version: f.version, choose: f.doc.Choices}, nil
}

// version identifies the version in force when a ticket was reported: its index in the
// document, -1 for a ticket reported before all versions, and -2 for one without a report,
// since these are answered differently.
func (f documentFile) version(t *policy.Ticket) int {
	i, ok := f.doc.InForce(t)
	if ok {
		return i
	}
	if _, reported := t.Reported(); reported {
		return -1
	}
	return -2
}
