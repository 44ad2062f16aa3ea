// Command slaclock answers questions about service levels: tickets and their clocks, releases
// and their support, working time, holidays. It reads input, calls the packages of the
// library, and prints; it contains no rules of its own.
//
//	slaclock                                   # a sample of tickets, as a table
//	slaclock tickets  [-format F] [FILE...]    # evaluate tickets: clocks, deadlines, escalation, owners
//	slaclock report   [-format F] [FILE...]    # summarise how tickets kept the promises of their agreements
//	slaclock diff -a X=V -b X=W  [FILE...]     # compare the deadlines of tickets before and after a change
//	slaclock releases [-format F] [FILE...]    # tell until when releases are supported, and for what
//	slaclock calendar [-format F] [FILE...]    # answer questions about working time
//	slaclock holidays -region US-MD -from 2026 -to 2027
//	slaclock lint [-on DATE]     [FILE...]     # find what the author of an agreement document probably did not mean
//	slaclock help [COMMAND]                    # what it does, and its flags
//
// Agreements other than the library's are given with -document FILE (tickets, report, diff,
// releases). Tickets, releases and calendars have a third format, svg: a ticket's clocks over
// time, support windows as bars, a month of a calendar.
//
// Input is JSON Lines: one object on each line, at most 16 MiB long, in UTF-8. A byte order
// mark at the beginning of a file is ignored, lines can end with CR LF, and blank lines are
// skipped but counted. For a file in UTF-16, or compressed with gzip, an error takes the
// place of the first line, and the rest is not read. Without files, or for the file "-",
// standard input is read.
//
// Output is JSON Lines, one answer on each line, in the order of the input, or a table, which
// is the default on a terminal. Lines are answered on all processors at once, each as soon as
// possible: a program may wait for one answer before it writes the next line. A line that
// cannot be answered gives {"line":7,"id":"T-1","error":"…"} in its place, with "file" if
// several files are named. The exit status is 1 if there was such a line or a file could not
// be read, 2 for wrong usage, and otherwise 0.
package main

import (
	"io"
	"os"
	"runtime/debug"
)

func main() {
	// Everything allocated for a line is garbage once the line is answered, and little else
	// is kept. Collecting it half as often takes a tenth less time and costs a few MB.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// The exit statuses.
const (
	exitDone   = 0
	exitFailed = 1 // a line, or a file, could not be answered
	exitUsage  = 2
)

// commands returns the sub-commands, in the order of the usage text.
func commands() []command {
	return []command{
		ticketsCommand(),
		reportCommand(),
		diffCommand(),
		releasesCommand(),
		calendarCommand(),
		holidaysCommand(),
		lintCommand(),
	}
}

// run runs the program and returns its exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{stdin, stdout, stderr}
	flags := p.flags("")
	version := flags.Bool("version", false, "print the version of the library, its tz database and its holiday data")
	if status, ok := p.parse(flags, args, p.usage); !ok {
		return status
	}
	switch {
	case *version && flags.NArg() > 0:
		return p.wrong("-version stands alone; leave " + quote(flags.Arg(0)) + " out")
	case *version:
		return p.print(versionText())
	case flags.NArg() == 0:
		return p.sample()
	}
	name, rest := flags.Arg(0), flags.Args()[1:]
	if name == "help" {
		switch len(rest) {
		case 0:
			return p.print(p.usage(flags))
		case 1:
			name, rest = rest[0], []string{"-h"}
		default:
			return p.wrong("help: " + quote(rest[1]) + " is one argument too many")
		}
	}
	for _, c := range commands() {
		if c.name == name {
			return c.run(p, rest)
		}
	}
	return p.wrong(quote(name) + " is not a command; write " + commandNames())
}
