package agreements

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy/document"
)

// ReadDocuments reads agreements from files, one from each. Their names must differ from each
// other and from those in taken. The error lists all mistakes of all files, one on each line,
// as file:line:column: what is wrong.
func ReadDocuments(paths, taken []string) (Sources, error) {
	var all Sources
	var errs []error
	from := map[string]string{}
	for _, path := range paths {
		d, err := readDocument(path)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		other, twice := from[d.doc.Name]
		switch {
		case slices.Contains(taken, d.doc.Name):
			err = fmt.Errorf("%s: name: %q is an agreement that the program has; give it another name", path, d.doc.Name)
		case twice:
			err = fmt.Errorf("%s: name: %q is that of %s too", path, d.doc.Name, other)
		case len(d.versions()[0].Levels) == 0:
			err = fmt.Errorf("%s: levels: are missing; %s promises no times to tickets", path, d.doc.Name)
		}
		if err != nil {
			errs = append(errs, err)
			continue
		}
		from[d.doc.Name] = path
		all = append(all, d)
	}
	return all, errors.Join(errs...)
}

// readDocument reads a document.
func readDocument(path string) (*Document, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	// One byte more than a document can have is enough for the error.
	data, err := io.ReadAll(io.LimitReader(file, document.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	return DecodeDocument(path, data)
}

// DecodeDocument reads an agreement from the text of a file; path names the file in mistakes.
func DecodeDocument(path string, data []byte) (*Document, error) {
	d := &Document{}
	var err error
	if d.doc, err = document.Decode(data); err != nil {
		return nil, mistakesIn(path, err)
	}
	for _, v := range d.versions() {
		if v.From == "" { // it has no beginning
			d.begins = append(d.begins, time.Time{})
			continue
		}
		from, err := calendar.ParseTime(string(v.From))
		if err != nil {
			return nil, mistakesIn(path, err)
		}
		d.begins = append(d.begins, from)
	}
	slices.SortFunc(d.begins, time.Time.Compare)
	if len(d.begins) == 1 && d.begins[0].IsZero() {
		d.begins = nil
	}
	return d, nil
}

// mistakesIn returns a document's mistakes as lines that begin with their places.
func mistakesIn(path string, err error) error {
	var found *document.Error
	if !errors.As(err, &found) {
		return fmt.Errorf("%s: %w", path, err)
	}
	var lines []string
	for _, m := range found.Mistakes {
		place := path
		if m.Line > 0 {
			place += ":" + strconv.Itoa(m.Line) + ":" + strconv.Itoa(m.Column)
		}
		m.Line = 0 // the line is in the prefix already
		lines = append(lines, place+": "+m.String())
	}
	if found.More {
		lines = append(lines, path+": and more")
	}
	return errors.New(strings.Join(lines, "\n"))
}
