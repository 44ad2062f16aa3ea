package whatif_test

import "fmt"

func ExampleSummary_Rows() {
	for _, r := range summarize().Rows() {
		fmt.Println(r.Agreement, r.Metric, r.Level, "earlier", r.Earlier, "later", r.Later, "by", r.Median, "saved", r.Saved)
	}
	// Output:
	// purchased resolution 2 earlier 1 later 0 by -1h0m0s saved 0
	// purchased response 2 earlier 0 later 1 by 12h0m0s saved 1
}

func ExampleRow_Moves() {
	for _, r := range summarize().Rows() {
		fmt.Println(r.Metric, r.Moves(), "of", r.Clocks)
	}
	// Output:
	// resolution 1 of 1
	// response 1 of 1
}
