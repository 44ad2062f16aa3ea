// Command table makes a Markdown table from the output of go test -bench: a row for each
// library, a column for each question.
//
//	go test -run '^$' -bench . | go run ./table
package main

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
	"strconv"
	"strings"
)

func main() {
	if err := table(os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// table reads lines such as
//
//	BenchmarkAdd8h/rickar/cal-2   267462   4417 ns/op   0 B/op   0 allocs/op
//
// If a name occurs more than once, as with -count, its lowest time counts.
func table(in io.Reader, out io.Writer) error {
	var questions, libraries []string
	times, allocs := map[[2]string]float64{}, map[[2]string]string{}
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) < 8 || !strings.HasPrefix(words[0], "Benchmark") || words[3] != "ns/op" || words[7] != "allocs/op" {
			continue
		}
		question, library, _ := strings.Cut(strings.TrimPrefix(words[0], "Benchmark"), "/")
		if i := strings.LastIndexByte(library, '-'); i >= 0 {
			if _, err := strconv.Atoi(library[i+1:]); err == nil { // the number of processors
				library = library[:i]
			}
		}
		library = strings.ReplaceAll(library, "_", " ")
		ns, err := strconv.ParseFloat(words[2], 64)
		if err != nil {
			return fmt.Errorf("%s: %w", lines.Text(), err)
		}
		if !slices.Contains(questions, question) {
			questions = append(questions, question)
		}
		if !slices.Contains(libraries, library) {
			libraries = append(libraries, library)
		}
		key := [2]string{question, library}
		if old, ok := times[key]; !ok || ns < old {
			times[key], allocs[key] = ns, words[6]
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	if len(questions) == 0 {
		return fmt.Errorf("no benchmarks with -benchmem or ReportAllocs in the input")
	}
	fmt.Fprintf(out, "| | %s |\n|---%s|\n", strings.Join(questions, " | "), strings.Repeat("|---:", len(questions)))
	for _, library := range libraries {
		fmt.Fprintf(out, "| %s", library)
		for _, question := range questions {
			key := [2]string{question, library}
			if ns, ok := times[key]; ok {
				fmt.Fprintf(out, " | %s, %s allocs", nice(ns), allocs[key])
			} else {
				fmt.Fprint(out, " | –")
			}
		}
		fmt.Fprintln(out, " |")
	}
	return nil
}

// nice formats a time with three digits and a suitable unit.
func nice(ns float64) string {
	for _, unit := range []string{"ns", "µs", "ms"} {
		if ns < 999.5 {
			return strconv.FormatFloat(ns, 'g', 3, 64) + " " + unit
		}
		ns /= 1000
	}
	return strconv.FormatFloat(ns, 'g', 3, 64) + " s"
}
