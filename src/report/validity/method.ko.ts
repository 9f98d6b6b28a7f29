import { fixed } from "../format.ts";
import { langsOf } from "../names.ko.ts";
import { profileFile } from "../run-facts.ts";
import type { ValidityFacts } from "./facts.ts";
import type { ValidityMethod } from "./wording.ts";

export const method: ValidityMethod = {
  methodHeading: "요청과 채점 방법",
  method: (facts) => {
    const { prompts, tasks, repetitions, langs, cut } = facts;
    const how = cut
      ? "요청했습니다. `--limit`이나 `--trials`로 계획의 일부만 요청했으므로 항목마다 조건이나 횟수가 다를 수 있습니다."
      : `조건마다 ${fixed(repetitions, 0)}번씩 요청했습니다.`;
    return [
      `요청 방법: 작업 ${fixed(tasks.length, 0)}개의 항목 ${fixed(prompts, 0)}개를 ${langsOf(facts)}로${langs.length > 1 ? "(내용은 두 언어가 같음)" : ""} ${how}`,
      itemsLine(facts),
      "제공사의 공식 SDK를 썼고 SDK의 자동 재시도는 껐습니다. 도중에 실패한 호출은 다시 보냈고 답변으로 세지 않았습니다. 무효인 답변은 답변으로 셉니다.",
    ];
  },
  conditionsIntro: "조건:",
  gradingIntro: "채점 순서:",
  grading: [
    "받은 텍스트를 그대로 JSON으로 읽습니다. 키 중복과 깨진 글자도 확인합니다.",
    "읽을 수 없으면 코드 블록을 떼어 내고, 그래도 안 되면 텍스트에서 첫 번째 값을 꺼냅니다. 그 밖에는 아무것도 고치지 않습니다.",
    "값이 스키마에 맞는지 확인합니다. 받은 그대로 JSON인 것만 첫 답변 유효로 세고, 나머지는 맞더라도 복구한 것으로 봅니다.",
    "필드를 정답과 비교합니다. 수는 수로(`38,000원`도 읽음), 날짜는 날짜로, 텍스트는 단어로, 순서가 없는 목록은 들어 있는 것으로 비교하고, 자유 서술은 채점하지 않습니다.",
  ],
  definitionsSummary: "오류의 뜻",
  notesHeading: "참고",
  notes: (facts) => [
    ...gradeNote(facts),
    "비율의 신뢰구간은 반복이 독립 시행 몇 번에 해당하는지 따져 구한 Wilson 구간입니다. 차이와 성공당 값의 구간은 양쪽의 구간을 항목 단위로 합쳐(MOVER) 구했습니다. 확인할 수 있는 최소 차이는 Bloom(1995)의 방법으로, 항목마다 한 번씩만 요청했으면 판정에 쓰는 McNemar 검정(정확 검정, mid-p)에 맞추어 Connor(1987)의 방법으로 구했습니다.",
    "유효한 답변이 곧 맞는 답변은 아니며, 정답도 이 프로젝트에서 정한 것입니다. 항목은 이 평가를 위해 만든 것이라 특정 서비스의 트래픽을 대표하지 않습니다.",
    `$는 사용량에 가격표 \`${facts.book}\`의 ${facts.day} 기준 단가를 곱한 값입니다.`,
    ...(facts.log === undefined ? [] : [`로그(모든 답변과 채점 결과 포함): \`${facts.log}\``]),
    ...(facts.recordings === undefined ? [] : [`녹화: \`${facts.recordings}\``]),
    `실제 제공사를 호출하려면(비용 발생) API 키를 설정하고 \`${facts.liveCommand}\` 명령을 실행하세요.`,
    `실행 ID: \`${facts.run}\`. \`${facts.command}\` 명령으로 만들었으며, 모든 수치는 measurements.csv에 있습니다.`,
  ],
};

function itemsLine({ full, cut, itemsThere }: ValidityFacts): string {
  if (full) return "작업의 모든 항목을 요청했습니다.";
  const how = cut ? "" : " 작업마다 첫 항목을 하나씩 고르고, 이어서 둘째 항목을 고르는 식으로 뽑았습니다.";
  return `전체 항목 ${fixed(itemsThere, 0)}개 가운데 일부입니다.${how} 항목이 적어 큰 차이만 확인할 수 있습니다.`;
}

function gradeNote({ grade, profiles }: ValidityFacts): string[] {
  if (grade === undefined) return [];
  const base = `근거 등급: \`${grade.evidence}\`(호출 ${fixed(grade.of, 0)}건 가운데 가장 약한 등급).`;
  if (grade.evidence !== "simulated") return [base];
  const of = grade.attempts === grade.of ? "" : "모의 실행한 호출의 ";
  return [
    `${base} ${of}오류, 길이, 실패는 프로필 \`${profileFile(profiles)}\`의 값에서 무작위로 뽑았고, 각 값의 출처도 그 파일에 있습니다. 모의 호출이라 비용은 들지 않았으며, $는 실제로 호출했다면 들었을 비용입니다.`,
  ];
}
