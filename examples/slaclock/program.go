package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/calendar/enum"
)

// A program is one run: what it reads from and writes to.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
}

// flags returns an empty set of flags for a sub-command, or for the program itself if command
// is "".
func (p *program) flags(command string) *flag.FlagSet {
	flags := flag.NewFlagSet(strings.TrimSpace("slaclock "+command), flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

// parse parses arguments. If ok is false, the program ends with status: -h was given, or the
// usage was wrong.
func (p *program) parse(flags *flag.FlagSet, args []string, usage func(*flag.FlagSet) string) (status int, ok bool) {
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return p.print(usage(flags)), false
	case err != nil:
		return p.wrong(err.Error() + "\n" + usage(flags)), false
	}
	return exitDone, true
}

// open opens a file to be read, "-" for standard input.
func (p *program) open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(p.stdin), nil
	}
	return openFile(name)
}

// openFile opens a file to be read. A directory is an error, since it can be opened but not
// read.
func openFile(name string) (io.ReadCloser, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, &os.PathError{Op: "open", Path: name, Err: errors.New("is a directory")}
	}
	return f, nil
}

// inputs returns the files of a command line, or standard input if it names none.
func inputs(files []string) []string {
	if len(files) == 0 {
		return []string{"-"}
	}
	return files
}

// print prints a text to standard output.
func (p *program) print(text string) int {
	if _, err := io.WriteString(p.stdout, text); err != nil {
		return p.failed(err)
	}
	return exitDone
}

// failed prints to standard error what went wrong.
func (p *program) failed(err error) int {
	fmt.Fprintln(p.stderr, "slaclock:", err)
	return exitFailed
}

// wrong prints to standard error how the program was used wrongly.
func (p *program) wrong(text string) int {
	fmt.Fprintln(p.stderr, "slaclock:", strings.TrimSuffix(text, "\n"))
	return exitUsage
}

// wrongFlags prints what is wrong with the flags of a command. The mistakes of a document are
// printed on separate lines, which begin with the file.
func (p *program) wrongFlags(command string, err error) int {
	var mistakes *documentError
	if errors.As(err, &mistakes) {
		fmt.Fprintln(p.stderr, err)
		return exitUsage
	}
	return p.wrong(command + ": " + describe(err))
}

// usage returns the usage text of the program.
func (p *program) usage(flags *flag.FlagSet) string {
	var b strings.Builder
	b.WriteString("usage: slaclock [-version] [COMMAND]\n\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  slaclock %-8s %s\n", c.name, c.usage)
		summary, _, _ := strings.Cut(c.about, "\n")
		fmt.Fprintf(&b, "  %17s %s\n", "", summary)
	}
	b.WriteString("\nslaclock help COMMAND says more about a command.\n")
	return b.String()
}

func commandNames() string {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return enum.Either(names)
}

// quote returns s in quotes, for an error.
func quote(s string) string { return strconv.Quote(s) }
